import './styles/web.scss';
